## The first page.

welcome-title = Get ready for the day
welcome-lead = About ten minutes, a few questions, a short list made for you.
welcome-about = Nothing you say here leaves this computer. Nothing is written down until you save it, and then it is encrypted.
welcome-start = Start a new plan
welcome-continue = Go on with your plan
welcome-open = Open a plan
welcome-after = Did something happen?
welcome-protects = What this protects, and what it cannot
welcome-settings = Language, text size and colours
