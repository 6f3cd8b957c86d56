## Afterwards: what happened, and the settings that were changed.

after-title = Afterwards
after-lead = People first. Settings can wait.
after-lead-over = It is over. See that everybody is home. If something happened, start here. If not, go on.
after-lead-now = It is going on. If something happened, start here. If not, go on.
after-go-on = Go on

after-happened = Did something happen?
after-happened-about = Choose what fits. Which page you open here is kept nowhere, and is not part of a plan.
after-hour = In the first hour
after-day = On the first day
after-week = In the first week
after-careful = Careful
after-unsure = We are not sure of this one.
after-sure = People with long experience say so. None of it is certain everywhere. Last looked at in { $month }.
after-see = What else may fit
after-ask = Answer the question about a case

after-settings = Settings you changed
after-no-plan = No plan is open. Open the one you saved, and what you changed stands here.
after-open = Open a plan
after-none = Nothing that you ticked changes a setting. There is nothing to put back.
after-unknown = You have ticked nothing yet, so we do not know what you changed. Tick it in the plan, or look through everything that might have been changed.
after-to-plan = Tick it in the plan
after-all = Everything that might have been changed ({ $count })
after-count = { $done } of { $count } settled
after-count-done = All of these are settled.
after-keep-all = Keep all { $count } that are worth keeping
after-lawyer = A lawyer before you change anything
after-lawyer-about = There may be a case, or you did not say. Ask a lawyer before you put anything back on a device that was there. What your health and your safety need comes first.
after-person = In an account
after-was-on = Before, it was on.
after-was-off = Before, it was off.
after-was-other = Before: { $note }
after-was-not-sure = You were not sure how it was before.
after-was-unsaid = You did not note how it was before.
after-back = To go back: { $how }
after-back-none = We know no way back for this one.
after-keep = worth keeping
after-where = Where is it?
after-where-about = These steps led there. Go the same way, and choose what you want now.
after-became = What becomes of it? { $title }, { $where }
after-waits = Still to do
after-put-back = Put back
after-kept = Stays as it is
after-print = Print this list
