"""Text reuse: which passages of a plan were copied, adapted, are new, or were dropped."""
