### Words about languages. What a pack says in them is in its own files.

# What the speakers of this language call it.
language-name = English
# Beside something that is not said in the language that was asked for.
language-in = in { $name }
# The title of something with that beside it.
language-marked = { $title } ({ $mark })

## How sure the words of a language are

language-machine = Machine translation, not checked by a person
language-draft = Draft translation, not checked by a second person
language-reviewed = Checked translation
# The same two in two words, where there is no room for more: on a card for a wallet.
language-machine-short = Machine translation
language-draft-short = Draft translation
language-original = The language it was written in

## On paper

language-foot = { $foot } · { $status }

## In the terminal

terminal-lang = The language to say it in, such as "en"; a wrong one names those that there are
terminal-no-lang = There is no language “{ $lang }” here.
terminal-known-langs = There are: { $known }.
terminal-check-lang = Also say what is left to do in this language, as a template to be filled in
terminal-language-of = { $lang } ({ $status }): { $fits } fit, { $changed } have changed, { $missing } are missing, { $gone } are gone.
terminal-bad-lang = “{ $lang }” is not the name of a language.
terminal-bad-lang-advice = Write it like "es" or "pt-BR".
terminal-lang-own = “{ $lang }” is the language this checklist was written in.
terminal-lang-own-advice = Name the one you want to say it in.

## In the window

language-left = { $count ->
    [one] one entry is in { $name }
   *[other] { $count } entries are in { $name }
}
