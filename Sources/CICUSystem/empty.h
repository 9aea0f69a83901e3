// Empty on purpose: this module carries only the compiler and linker flags of pkg-config.
