-- What people do with posts of others (specification 15 §15.7, §15.14, §15.16). A fact that concerns two accounts is two rows, one with each.

-- Who likes what, with the author of the post: where the liker lives.
create table like_given (
    slot bigint not null,
    account_id bigint not null,
    post_id bigint not null,
    author_id bigint not null,
    liked_at bigint not null,
    primary key (slot, account_id, post_id)
) ${clustered};

-- The same beside the post. paused_at: since when the liker is away; such likes do not count.
create table like_received (
    slot bigint not null,
    post_id bigint not null,
    account_id bigint not null,
    author_id bigint not null,
    liked_at bigint not null,
    paused_at bigint,
    primary key (slot, post_id, account_id)
) ${clustered};

create index like_received_by_author on like_received (slot, author_id, paused_at, liked_at);

-- How people voted: choice 0 is the first option of the poll. tally has the sums, so that reading a poll counts nothing.
create table vote_given (
    slot bigint not null,
    account_id bigint not null,
    post_id bigint not null,
    choice bigint not null,
    voted_at bigint not null,
    primary key (slot, account_id, post_id)
) ${clustered};

create table vote_received (
    slot bigint not null,
    post_id bigint not null,
    account_id bigint not null,
    author_id bigint not null,
    choice bigint not null,
    voted_at bigint not null,
    primary key (slot, post_id, account_id)
) ${clustered};

create index vote_received_by_author on vote_received (slot, author_id);

create table tally (
    slot bigint not null,
    post_id bigint not null,
    choice bigint not null,
    votes bigint not null,
    primary key (slot, post_id, choice)
) ${clustered};

-- What somebody is told of. subject_id: the post that it is about, or who follows.
create table notification (
    slot bigint not null,
    account_id bigint not null,
    id bigint not null,
    kind text not null,
    actor_id bigint not null,
    subject_id bigint not null,
    read_at bigint,
    primary key (slot, account_id, id)
) ${clustered};

create unique index notification_once on notification (slot, account_id, subject_id, kind, actor_id);
create index notification_by_age on notification (id);
