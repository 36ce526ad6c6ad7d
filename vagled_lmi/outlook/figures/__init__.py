"""The outlooks as indicators: numbers with addresses, found by `vagled_lmi.outlook.catalogue`."""
