-- Conversations (specification 10): every reply stands in one row beside the post at the top, so that a conversation, however long, is one
-- range of one index. What became of a reply is told by dates. The row stays when the reply is deleted, because those below it hang on it;
-- it goes with the post at the top.

-- owner_id: who wrote that post. lifetime: of that post, LASTING or GHOST. top_id: the direct reply to it to which this one belongs; it may
-- be this one. held_at: since when it waits for approval; empty if it need not. covered_at: when a hidden word covered it.
create table reply (
    slot bigint not null,
    root_id bigint not null,
    reply_id bigint not null,
    parent_id bigint not null,
    top_id bigint not null,
    author_id bigint not null,
    owner_id bigint not null,
    lifetime text not null,
    held_at bigint,
    ignored_at bigint,
    approved_at bigint,
    hidden_at bigint,
    unhidden_at bigint,
    covered_at bigint,
    deleted_at bigint,
    primary key (slot, root_id, reply_id)
) ${clustered};

create index reply_to on reply (slot, parent_id, reply_id);
create index reply_waiting on reply (slot, root_id, reply_id) where held_at is not null and approved_at is null;

-- What an author has answered, apart from the author's other posts.
create index post_answers on post (author_id, id) where root_id is not null;
