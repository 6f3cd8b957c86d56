## How the program looks and behaves.

on = On
off = Off
settings-title = Settings
settings-lead = They hold at once, and say nothing about you.
settings-colours = Colours
settings-light = Light
settings-dark = Dark
settings-contrast-dark = High contrast, white on black
settings-contrast-light = High contrast, black on white
settings-text = Text
settings-text-size = Size of text
settings-percent = { $percent } %
settings-smaller = Smaller
settings-larger = Larger
settings-language = Language
settings-language-now = English
settings-language-many = Paper is in the same language, unless you choose another one when you print. We do not follow your computer’s language without asking.
settings-language-about = The only one so far. We do not follow your computer’s language without asking.
settings-safety = When you walk away
settings-idle = Lock after
settings-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
settings-sooner = Sooner
settings-later = Later
settings-cover = Cover the page when another window is in front
settings-cover-about = For questions and passphrases. The steps of your plan stay in view, so that you can follow them on your phone.
settings-saving = A saved plan saves itself 30 seconds after a change, and when you lock or close. Quick exit loses what came after the last save.
settings-remember = On this computer
settings-remember-here = Remember these settings on this computer
settings-remember-about = Writes one small file with these settings. It shows that this program was used here.
