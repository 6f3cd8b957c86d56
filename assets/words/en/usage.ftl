### What both programs say about how they are typed.

usage-usage = Usage:
usage-commands = Commands:
usage-arguments = Arguments:
usage-options = Options:
usage-example = Example:
# Stands for all that may be left out.
usage-any = [options]
# Stands for the name of a command.
usage-command = COMMAND
usage-help = Say what can be typed here
usage-version = Say which version this is
usage-one-of = { $help }: { $values }
usage-one-of-or = { $help }: { $values }. If you leave it out: { $default }

## What was not understood

usage-unknown = There is no { $argument } here.
usage-unknown-command = There is no command “{ $command }”.
usage-did-you-mean = Did you mean { $suggestion }?
usage-value = { $argument } cannot be “{ $value }”.
usage-values = It can be: { $values }.
usage-no-value = { $argument } needs something behind it.
usage-no-value-here = { $argument } takes nothing behind it.
usage-missing = Something is missing: { $missing }.
usage-conflict = { $argument } and { $other } do not go together.
usage-twice = { $argument } can be given once.
usage-not-text = Some of what was typed is not text that can be read.
usage-other = What was typed was not understood.
usage-advice = Type --help behind the command to see what belongs to it, with an example.
