"""From rows and prose to claims: tables, the bundled figures, precision, and pages of prose."""
