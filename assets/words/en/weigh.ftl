## The risk board.

weigh-here = What is likely, and how bad
weigh-title = What could happen
weigh-lead = This is what your answers suggest. How likely it is, and how bad it would be, is yours to decide. Move what you see differently.
weigh-board = Risk board: likelihood from left to right, impact from bottom to top. The numbers are those of the list below.
weigh-axis-likelihood = More likely to the right
weigh-axis-impact = Worse towards the top
weigh-nothing = Nothing stands out from what you said.
weigh-threat = { $number }. { $title }
weigh-risk = risk { $risk } of 16, { $band }
weigh-likelihood = How likely?
weigh-impact = How bad, for you and others?
weigh-as-proposed = as we suggest
weigh-proposed = we suggest: { $word }
weigh-follow = Follow our suggestion again
weigh-why = Why { $risk } of 16?
weigh-base = We start from likelihood { $likelihood } and impact { $impact }, for anybody.
weigh-assumed = You did not say; we assume it, to be careful:
weigh-rules-out = That rules it out.
weigh-adds-likelihood = Likelihood { $by }.
weigh-adds-impact = Impact { $by }.
weigh-sum = Likelihood { $likelihood } × impact { $impact } = { $risk } of 16. Each goes from 0 to 4.
weigh-articles = In the UN Convention against Cybercrime: { $articles }. It is not in force as far as we know; Help says more.
weigh-sum-own = With what you set: { $likelihood } × { $impact } = { $risk } of 16.
weigh-smaller = { $count ->
    [one] One more, with a smaller risk
   *[other] { $count } more, with smaller risks
}
weigh-rest = { $count ->
    [one] One more that your answers rule out
   *[other] { $count } more that your answers rule out
}
weigh-continue = Go on

likelihood-0 = ruled out
likelihood-1 = unlikely
likelihood-2 = possible
likelihood-3 = likely
likelihood-4 = expected
impact-0 = none
impact-1 = annoying
impact-2 = serious
impact-3 = grave
impact-4 = grave, for others too

band-none = none
band-low = low
band-medium = medium
band-high = high
band-severe = severe
