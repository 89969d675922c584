"""The other door: ``kg serve`` answers SPARQL and gives each thing of the graph a web address."""
