## An encrypted copy on paper, and back from it.

open-from-paper = This file came from paper, and its size tells more than usual.
