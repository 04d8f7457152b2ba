-- Search (specification 08 §8.1, §8.2). By which words posts are found is a table of each engine's own: V20.

-- Where a post stands among the most popular ones: the id that it would have if it had been published as much later as what people did
-- with it is worth. It belongs to nobody, as the words do: a search asks for the posts of everybody.
create table standing (
    post_id bigint not null,
    place bigint not null,
    primary key (post_id)
) ${clustered};

-- What somebody has searched for, each text once; when is told by the time in the id.
create table searched (
    slot bigint not null,
    account_id bigint not null,
    id bigint not null,
    query text not null,
    primary key (slot, account_id, id)
) ${clustered};
