"""The diary judged: guesses, looks, verdicts and the pages that tell them."""
