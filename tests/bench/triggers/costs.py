"""What a judgement costs: time, and memory."""

import importlib
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

from tests.bench.triggers.judged import Options, Row, judged, lived


def speed(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Milliseconds a diary; another judge takes (y, X, names, weekday0=) as arrays."""
    d = lived(scenario, days, seed, options)
    rows = {"judge": {"ms": _ms(lambda: judged(d, options))}}
    if options.against:
        module, function = options.against.split(":")
        other = getattr(importlib.import_module(module), function)
        rows["against"] = {"ms": _ms(lambda: other(d.y, d.X, list(d.names), weekday0=d.weekday0))}
    return rows


def _ms(call: Callable[[], object]) -> float:
    """Of the processor, so that a busy machine makes no difference; numpy has one thread."""
    start = time.process_time()
    call()
    return 1000 * (time.process_time() - start)


def memory(scenario: str, days: int, seed: int, options: Options) -> dict[str, Row]:
    """Seconds of one judgement in a process of its own, and the most that the process held, in MB."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_judge_once, args=(sender, scenario, days, seed, options))
    process.start()
    seconds, before, most = receiver.recv()
    process.join()
    return {"judge": {"seconds": seconds, "MB before": before, "MB": most}}


def _judge_once(sender: Connection, scenario: str, days: int, seed: int, options: Options) -> None:
    d = lived(scenario, days, seed, options)
    before = _most_held()
    seconds = _ms(lambda: judged(d, options)) / 1000
    sender.send((seconds, before, _most_held()))


def _most_held() -> float:
    """MB, of this process so far; macOS counts in bytes, Linux in units of 1024."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1e6 if sys.platform == "darwin" else 1e6 / 1024)
