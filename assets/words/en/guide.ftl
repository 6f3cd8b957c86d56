## The run sheet of a workshop

guide-title = Run sheet
guide-lead = For whoever leads. The clock runs from 0:00. Write no names on this paper, and collect none.
guide-bring = Bring:
guide-time = { $clock } · { $minutes } min
guide-needs = For this: { $things }
guide-quoted = “{ $words }”
guide-objection = Somebody may say:
guide-close = It ends at { $clock }. General information, not legal advice.
guide-none = This checklist has no run sheet.
