"""What do the words of a source name? A sentencing body, a region, a place of burial, an article, a sentence.

Each module is a pure function from words to a code of a reference table, with the span of the words; what it does not
recognise it leaves alone. Rooms after this one may import them: the same words must mean the same everywhere.
"""
