### Words on paper. They name nobody and could belong to anyone.

sheet-title = For the day
sheet-lead = Tick each box when it is done. Leave your name off. What you write here by hand, anyone who finds this paper can read.
sheet-foot = Page { $page } of { $pages }
# What a screen reader says for the box beside an item.
sheet-tick = Box to tick
# Above the rest of something long that goes on in another column.
sheet-goes-on = { $title } (continued)

## Parts

sheet-first = { $count ->
    [1] Do this first
    [5] Do these five first
   *[other] Do these first
}
sheet-law = The law: { $place }
sheet-take = To take with you

## Items

sheet-minutes = { $minutes } min
sheet-hours = { $hours } h
# One device beside others of its kind, told apart by version.
sheet-from-version = { $device }, version { $version } or later
sheet-check = To check:
sheet-careful = Careful:
sheet-instead = If you cannot:
# When steps were last looked at, on which version, and from when on they count as old. The same on
# whatever day it is printed.
sheet-verified = Checked { $month }, version { $version }; may have changed from { $until }.
sheet-reviewed = Checked { $month }; may have changed from { $until }.
sheet-medium = May look different on yours.
sheet-medium-person = Not certain everywhere.
sheet-low = We are not sure of this: look twice.
sheet-search = Not there? Search “{ $word }”.

## Devices

sheet-lock = Lock it, switch it off
sheet-device = { $device }:
sheet-power = To switch it off: { $how }

## The law

sheet-rule = { $topic }:
sheet-rule-high = Last checked in { $month }; from { $until } on it may have changed.
sheet-rule-medium = Last checked in { $month }; from { $until } on it may have changed. Not certain in every case.
sheet-rule-low = Last checked in { $month }; from { $until } on it may have changed. We are not sure of this: ask.
sheet-law-missing = Unknown does not mean allowed. Ask a local lawyer before the day:
sheet-law-not-known = We do not know here: { $topics }. Unknown does not mean allowed.
sheet-law-ask = The law: what to ask
sheet-law-unknown = We do not know the law where you will be, and do not guess. Ask a local lawyer or legal group before the day:
sheet-law-close = General information, not legal advice. Last checked in { $first }; from { $until } on it may have changed.
sheet-law-close-between = General information, not legal advice. Last checked between { $first } and { $last }; from { $until } on it may have changed.
sheet-ask-unlock = Can police make me unlock a phone with a finger or my face?
sheet-ask-code = Can anyone make me say a code? Who, and from when on?
sheet-ask-search = When may police search me, my bag or my phone?
sheet-ask-name = Must I say who I am, or carry a document?
sheet-ask-mask = May I cover my face, or wear goggles and padding?
sheet-ask-silence = May I stay silent? How do I ask for a lawyer?
sheet-ask-filming = May I film police in public? May they take the pictures?
sheet-ask-wiping = From when on may I delete nothing?
sheet-ask-border = Which other rules hold at the border?
sheet-topic-forced-unlock = Finger or face
sheet-topic-code = Your code
sheet-topic-search = Searches
sheet-topic-name = Your name
sheet-topic-mask = Covering your face
sheet-topic-silence = Staying silent
sheet-topic-filming = Filming
sheet-topic-wiping = Deleting things
sheet-topic-border = At a border

## Numbers, written by hand

sheet-numbers = Numbers, by hand
sheet-numbers-note = Write as little as you need. Initials are enough.
sheet-number-lawyer = Lawyer or legal help
sheet-number-waiting = Who waits for me
sheet-number-until = Until what time
sheet-number-medical = Medicine, allergy
sheet-number-meeting = Where we meet again
sheet-number-other = Another number

## Small print

sheet-close = Where no month stands beside it, this was last checked in { $month }; from { $until } on it may have changed. When something does not fit, trust what you see.
sheet-month = { $month ->
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

## The restore list

sheet-restore = Afterwards: settings to put back
sheet-restore-lead = Before you change a setting, write down how it was. Tick it when it is as you want it. Leave your name off.
sheet-restore-first = First what your health and your safety need. Is a case known or expected, for you or somebody who was there? Then change nothing on a device that was there, and ask a lawyer first.
sheet-restore-none = Nothing on this list changes a setting.
sheet-restore-person = In an account
sheet-restore-before = How it was
sheet-restore-back = To go back:
sheet-restore-where = Where:
sheet-restore-search = search the settings for “{ $word }”.
sheet-restore-keep = worth keeping
