-- Images and videos (specification 04 §7). A row comes before its files and goes after them, so that no file is forgotten.

-- media_key: the name of its files, written before they are. expires_at: when it is removed if no post shows it by then; empty while
-- posts do. dropped_at: since when nothing shows it any more. withheld_at: since when its owner is away. thumbnail: bytes of its thumbnail.
create table media (
    slot bigint not null,
    owner_id bigint not null,
    id bigint not null,
    kind text not null,
    state text not null,
    media_key text,
    media_type text,
    bytes bigint,
    width bigint,
    height bigint,
    duration bigint,
    digest text,
    thumbnail bigint,
    error text,
    transcript text,
    expires_at bigint,
    dropped_at bigint,
    withheld_at bigint,
    primary key (slot, owner_id, id)
) ${clustered};

create unique index media_by_id on media (slot, id);
create unique index media_by_key on media (slot, media_key);
create index media_unpublished on media (slot, owner_id) where expires_at is not null;
create index media_by_expiry on media (expires_at) where expires_at is not null;

-- Which posts show it.
create table media_use (
    slot bigint not null,
    owner_id bigint not null,
    holder_id bigint not null,
    media_id bigint not null,
    primary key (slot, owner_id, holder_id, media_id)
) ${clustered};

create index media_use_by_media on media_use (slot, owner_id, media_id);
