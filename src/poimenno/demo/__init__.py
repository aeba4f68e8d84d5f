"""The bundled demonstration archive: small, real, made of facts with their sources."""
