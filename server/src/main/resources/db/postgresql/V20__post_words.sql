-- By which words posts are found (specification 08 §8.1). Words as they are, not a tsvector, which would look into them again.
create table post_words (
    post_id bigint not null,
    words text[] not null,
    primary key (post_id)
);

create index post_words_by_word on post_words using gin (words);
