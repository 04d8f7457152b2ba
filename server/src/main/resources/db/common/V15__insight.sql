-- Counting (specification 15 §15.11). Everything lives with the account whose posts and profile are looked at.

-- When somebody's view of a post counted last; another one within half an hour does not. watcher: an account, or a negative number for
-- somebody who has not signed in. Kept for two days.
create table sighting (
    slot bigint not null,
    author_id bigint not null,
    post_id bigint not null,
    watcher bigint not null,
    surface text not null,
    seen_at bigint not null,
    primary key (slot, author_id, post_id, watcher, surface)
) ${clustered};

-- How often what happened in which hour since 1970: VIEW and SHARE of a post; POST_VIEW of all posts of an account and PROFILE_VIEW, whose
-- subject is the account itself. After two years the hours of a post become one, hour 0.
create table counted (
    slot bigint not null,
    owner_id bigint not null,
    subject_id bigint not null,
    kind text not null,
    hour bigint not null,
    n bigint not null,
    primary key (slot, owner_id, subject_id, kind, hour)
) ${clustered};

-- How often which link was followed in which hour. url_key: made of the address, which may be too long for a key.
create table clicked (
    slot bigint not null,
    account_id bigint not null,
    hour bigint not null,
    url_key bigint not null,
    url text not null,
    n bigint not null,
    primary key (slot, account_id, hour, url_key)
) ${clustered};

-- What others made of a post: a REPOST, a QUOTE, a REPLY to a post that is no reply; an ANSWER to a reply, which is BELOW the post at the
-- top as well. One fact in two rows, one with who made it, one beside the original; when is told by the time in the id. paused_at: since
-- when the maker is away; such facts do not count.
create table echo (
    slot bigint not null,
    account_id bigint not null,
    post_id bigint not null,
    kind text not null,
    original_id bigint not null,
    author_id bigint not null,
    primary key (slot, account_id, post_id, kind)
) ${clustered};

create table echoed (
    slot bigint not null,
    original_id bigint not null,
    kind text not null,
    post_id bigint not null,
    author_id bigint not null,
    account_id bigint not null,
    paused_at bigint,
    primary key (slot, original_id, kind, post_id)
) ${clustered};

create index echoed_by_author on echoed (slot, author_id, kind, paused_at, post_id);
