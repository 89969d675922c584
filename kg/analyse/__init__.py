"""One question of a researcher a file, answered by walking the network."""
