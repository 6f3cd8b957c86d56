## The plan.

plan-title = Your plan
plan-state-nowhere = Nothing saved yet
plan-state-edited = Changed since version { $revision }, saved on { $date }
plan-state-saved = Version { $revision }, saved on { $date }
plan-unsaved = This plan is only in this window. Nothing is written anywhere until you save it.
plan-read-only = This plan can only be looked at here
plan-read-only-about = It is open in another window, or its file is write-protected. What you change is not saved in its place.
plan-save-elsewhere = Save it somewhere else
plan-save = Save the plan
plan-save-now = Save now
plan-print = Print

plan-happened = Did something happen?
plan-happened-about = What to do in the first hour, on the first day and in the first week; and how to put settings back.
plan-happened-show = Look there
plan-gate = Talk to a lawyer first
plan-gate-about = There may be a case, or you did not say. Some advice is not shown now, because deleting or changing things can then be a crime. Do not delete anything.
plan-news = What changed since you saved this plan
plan-news-added = New: { $title }.
plan-news-reworded = Says something else now: { $title }.
plan-news-left = No longer on your list: { $title }.
plan-news-gone = No longer there: { $title }.
plan-news-gone-unnamed = Something you had on your list is no longer advised.
plan-news-asks = Asked now, or in another way: { $title }
plan-news-read = I have read this
plan-decide = Decide: { $asks }
plan-decide-about = These are open. What you pick changes the plan.
plan-empty = There is nothing on your list
plan-empty-about = From what you said, no advice of ours would take a risk away. Look at your answers again if that surprises you.

plan-first = Do these five first
plan-first-about = { $done } of { $count } done · { $minutes } minutes left
plan-first-done = All of these are done. Well done. The rest follows below.
plan-first-none = The time for these has passed. What still helps stands below.
plan-all = Everything, by time
plan-timeline = How far you are
plan-times = When
plan-tab = { $when } ({ $count })
plan-minutes = { $minutes } min
plan-passed = its time has passed
plan-stale = may be old
plan-stale-steps = That is a while ago: the steps may have changed since. Compare each one with what you see.
plan-stale-law = That is a while ago: the law may have changed since. Ask somebody who knows it now.
plan-old = This advice was last looked through in { $month }
plan-old-about = Some of it may have changed since. Look for a newer Daypack, and check what matters most to you before you rely on it.
plan-unsure = not tried by us

plan-why = Why you see this
plan-why-everybody = It helps everybody, whatever they answer.
plan-why-needed = Something else in your plan needs it.
plan-assumed = You did not say this; we assume it, to be careful:
plan-person = You
plan-second = { $device }, second phone
plan-reviewed = Last looked at in { $month }.
plan-checked = For { $name } { $from } to { $to }, last looked at in { $month }.
plan-checked-to = Up to { $name } { $to }, last looked at in { $month }.
plan-looked-at = Last looked at in { $month }.
plan-says = As described by { $publisher }, { $month }.
plan-says-nobody = We found nobody who describes it: look for yourself.
plan-search = If a menu is missing, search the settings for: { $word }
plan-newer = Your version is newer
plan-older = Your version is older
plan-version-say = Which version does your { $device } have?
plan-version-yours = You have { $version }.
plan-version-change = Change { $version }
plan-version-field = Version of { $name }
plan-version-find = Copy what stands under: { $find }. Empty if you do not know.
plan-version-keep = Keep this version
plan-version-wrong = There is no version in that. Copy what the screen says, such as 26.4.
plan-check = To see that it worked: { $check }
plan-cost = What it costs you
plan-careful = Careful
plan-instead = If you cannot
plan-undo = How to go back
plan-mark = Is it done? { $where }
plan-open = Open
plan-done = Done
plan-not-possible = Not possible
plan-does-not-apply = Not for me
plan-before = How was it before? This helps you to go back afterwards. You do not have to say.
plan-before-of = How was it before? { $where }
plan-before-on = It was on
plan-before-off = It was off
plan-before-other = Something else
plan-before-not-sure = Not sure
plan-before-note = In a few words
plan-before-keep = Keep this
plan-term = What is “{ $term }”?
plan-gain = Takes away { $gain } of risk. Show the sum
plan-gain-line = { $title }: { $before } → { $after }
plan-sources = Who says so
plan-source = { $title }. { $publisher }, { $month }. { $url }

plan-more = If you have more time ({ $count })
plan-more-about = More than the time you named. Each line says how much risk it would still take away.
plan-more-line = { $title }: takes away { $gain }
plan-left = What is left
plan-left-about = No list makes a day safe. This is what your plan takes away, and what stays. The outline is before, the filled part is after.
plan-left-line = risk { $before } → { $after } of 16
plan-place = The law: { $place }
plan-place-unknown = The law where you go
plan-place-advice = General information, not legal advice. Laws change. Ask a lawyer of the place.
plan-place-missing = We do not know here: { $topics }. Unknown does not mean allowed. Take the questions below to a local lawyer or legal group.
plan-place-unknown-about = We do not know the law there. No other country’s rules stand in for it. What is not listed is not allowed for that reason.
plan-place-source = { $sources }. Looked at in { $reviewed }; { $confidence }.

plan-change = Change something
plan-to-answers = Your answers
plan-to-after = Afterwards, and if something happened
plan-to-weigh = What is likely, and how bad
plan-to-decisions = Your decisions
plan-to-protect = Passphrase and place

topic-forced-unlock = Being made to unlock with your body
topic-code = Being made to say your code
topic-search = Searches
topic-name = Saying who you are
topic-mask = Covering your face
topic-silence = Saying nothing
topic-filming = Filming
topic-wiping = Deleting things
topic-border = At the border

evidence-a = From the maker, a law or a court.
evidence-b = From research.
evidence-c = People with long experience agree.
evidence-d = Disputed: careful people disagree.
confidence-high = two sources agree
confidence-medium = one source; the wording may differ
confidence-low = not tried by us on a device

day-of = { $day } { $month }
month-of = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

## Steps and versions, on screen and in a terminal

steps-newer = Your version came after the last one we looked at ({ $last }). Menus may have moved. Search the settings for: { $word }
steps-older = Your version came before the first one we looked at ({ $first }). Menus may be others. Search the settings for: { $word }
