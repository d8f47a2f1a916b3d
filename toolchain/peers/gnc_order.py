"""The random order in which gnc takes training samples, computed apart from it, for the scripts here.

SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) drives Durstenfeld's shuffle, as RandomOrder's Javadoc says.
"""

MASK = (1 << 64) - 1


def words(seed):
    """The 64-bit words of SplitMix64."""
    state = seed & MASK
    while True:
        state = (state + 0x9E3779B97F4A7C15) & MASK
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        yield mixed ^ (mixed >> 31)


def below(bound, source):
    """A whole number below a bound: the upper 63 bits of a word, without the last incomplete round of the bound."""
    largest = (1 << 63) - 1
    while True:
        bits = next(source) >> 1
        if bits < largest - largest % bound:
            return bits % bound


def order(count, seed):
    """The numbers 0 to count - 1 in the order of a seed: training samples first, then test samples."""
    source, numbers = words(seed), list(range(count))
    for i in range(count - 1):
        j = i + below(count - i, source)
        numbers[i], numbers[j] = numbers[j], numbers[i]
    return numbers
