"""Where accounts differ beyond numbers: days, places, offices, names, doers, yes and no, order, reasons."""
