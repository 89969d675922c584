"""What is told to portals and crawlers about the whole: DCAT-AP, VoID, CKAN, schema.org.

Pure functions: facts in, bytes out. Every number is counted in the graph.
"""
