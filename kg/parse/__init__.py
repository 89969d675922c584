"""``SourceText`` → its shape: letterhead, outline, tables, signature."""
