-- By which words posts are found (specification 08 §8.1): SQLite's full-text search, which is told the words and keeps nothing but them.
-- The signs mark words that are no words: the topic, the author, what it is made of.
create virtual table post_words using fts5(
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii tokenchars ''@#=_''');
