"""What the checks look for, one kind of finding a module. Each rule yields findings as data."""
