-- Places that people can tag (specification 08 §8.6). They belong to nobody, so they have no slot: small tables that are the same for
-- everybody. place_key: what whoever brought the place calls it; the id is made of it.
create table place (
    id bigint not null,
    place_key text not null,
    name text not null,
    address text,
    city text,
    country text,
    postal_code text,
    latitude double precision not null,
    longitude double precision not null,
    primary key (id)
) ${clustered};

create index place_by_position on place (latitude, longitude);

-- By which words a place is found, each as it is compared. weight: how much of the place a word tells.
create table place_word (
    word text ${bytewise} not null,
    place_id bigint not null,
    weight bigint not null,
    primary key (word, place_id)
) ${clustered};

create index place_word_by_place on place_word (place_id, word, weight);
