"""What was done, row by row, so that it can be undone and redone.

change_log.py    the triggers that write down every row touched
step.py          what is written inside a step is undone together
undo_redo.py     undo and redo of the newest act
step_summary.py  what a step did, in words
"""
