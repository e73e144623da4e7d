"""Chance with a seed: the same seed gives the same life."""

import math
import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance(random.Random):
    """Quick draws: choice() and randint() of the standard library take ten times as long."""

    def yes(self, share: float) -> bool:
        return self.random() < share

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[int(self.random() * len(choices))]

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def poisson(self, mean: float) -> int:
        """How often something happens that is expected `mean` times (at most some hundreds): Knuth's method."""
        limit, number, product = math.exp(-mean), 0, self.random()
        while product > limit:
            number += 1
            product *= self.random()
        return number

    def wave(self, number: int, persistence: float) -> list[float]:
        """So many days of an AR(1) with mean 0 and variance 1: good and bad weeks."""
        shock = math.sqrt(1 - persistence**2)
        level, levels = self.gauss(0, 1), []
        for _ in range(number):
            levels.append(level)
            level = persistence * level + shock * self.gauss(0, 1)
        return levels

    def new_id(self) -> str:
        """A UUID (RFC 9562, version 4), drawn like all else from the seed."""
        digits = f"{self.getrandbits(128):032x}"
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


def bag(weights: Mapping[T, int]) -> tuple[T, ...]:
    """Choices to draw from, each as often in it as it weighs."""
    return tuple(choice for choice, weight in weights.items() for _ in range(weight))
