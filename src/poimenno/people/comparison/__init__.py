"""How alike are two entries? The match model, and the engines that compute it."""
