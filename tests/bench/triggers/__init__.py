"""Is the judge of triggers as sure as it says? Measured on simulated diaries whose truth is known.

simulate.py   lives diaries: nulls, true triggers, and biases that nothing in a diary can show
rivals.py     what a person would use instead
__main__.py   the questions: python -m tests.bench.triggers nulls|power|coverage|needed|calendar|rivals|speed
"""
