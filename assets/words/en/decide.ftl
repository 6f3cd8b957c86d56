## Decisions: both sides beside each other.

decide-none = There is nothing to decide.
decide-here = Decision { $number } of { $count }
decide-neither = Neither is wrong. You can change this later.
decide-not-yet = Not yet
decide-next = Next
decide-to-plan = Show my plan
decide-change = { $title }: { $before }, then { $after }
decide-changes-nothing = Changes none of your risks by itself
decide-more = For what you said, this takes away more risk: { $side }. What it costs you is yours to weigh.
decide-same = For what you said, the sides take away as much risk.
decide-sum = Show the sum
decide-total = takes away { $total } in all
