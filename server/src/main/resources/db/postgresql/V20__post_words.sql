-- By which words posts are found (specification 08 §8.1): one row for each word of a post, so that the posts with a word lie together, by
-- time. An inverted index over arrays would be smaller, but its rows have no order, and a page of the newest needs all of them.
create table post_words (
    word text ${bytewise} not null,
    post_id bigint not null,
    primary key (word, post_id)
);

create index post_words_by_post on post_words (post_id);
