-- Previews of links (specification 04 §5.1): one for each address, where the hash of the address says.

-- asked_at: when somebody last set out to fetch it. fetched_at: when that last went well; until then there is nothing to show.
create table preview (
    slot bigint not null,
    address_key text not null,
    asked_at bigint not null,
    fetched_at bigint,
    title text,
    description text,
    site text,
    picture_key text,
    primary key (slot, address_key)
) ${clustered};

-- Which posts have the link. Without any, the preview goes.
create table preview_use (
    slot bigint not null,
    address_key text not null,
    post_id bigint not null,
    primary key (slot, address_key, post_id)
) ${clustered};

create table preview_picture (
    slot bigint not null,
    address_key text not null,
    picture_key text not null,
    media_type text not null,
    content text not null,
    primary key (slot, address_key)
) ${clustered};
