"""`python -m vagled_lmi.cli` is `vagled`."""

import sys

from vagled_lmi.cli import main

sys.exit(main())
