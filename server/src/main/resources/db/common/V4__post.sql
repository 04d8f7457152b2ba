-- Publishing and posts (specification 04, 07 §7.2). When a container or a post was made is told by the time in its id. Rows never change
-- after they are made, except by the facts that are added to them: what a container became, when a post was deleted.

-- app_id: empty for what was written on our own pages; post_id: what it became.
create table container (
    slot bigint not null,
    author_id bigint not null,
    id bigint not null,
    app_id bigint,
    media_type text not null,
    body text,
    topic text,
    link text,
    reply_control text not null,
    reply_approval text not null,
    countries text,
    spoilers text,
    share text not null,
    post_id bigint,
    primary key (slot, author_id, id)
) ${clustered};

create table post (
    slot bigint not null,
    author_id bigint not null,
    id bigint not null,
    app_id bigint,
    media_type text not null,
    body text,
    topic text,
    link text,
    reply_control text not null,
    reply_approval text not null,
    countries text,
    spoilers text,
    deleted_at bigint,
    primary key (slot, author_id, id)
) ${clustered};

create unique index post_by_id on post (slot, id);

-- Who is mentioned where, settled when the post is published: one fact in two rows, one beside the post, one with the account.
-- place: where its first @ stands in the text, in UTF-16 units.
create table mention (
    slot bigint not null,
    post_id bigint not null,
    account_id bigint not null,
    place bigint not null,
    primary key (slot, post_id, account_id)
) ${clustered};

create table mentioned (
    slot bigint not null,
    account_id bigint not null,
    post_id bigint not null,
    primary key (slot, account_id, post_id)
) ${clustered};
