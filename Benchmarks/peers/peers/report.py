def main(a): return 0
def write(*a): pass
