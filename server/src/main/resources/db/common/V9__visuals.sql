-- Images and videos of containers and posts (specification 04 §7, §10). media_id: of a carousel that of its first item. children: ids,
-- separated by blanks; of a container containers, of a post posts. parent_id: the carousel that a post is an item of. role: whether a
-- container is a post or an item.
alter table container add column role text not null default 'POST';

alter table container add column parent_id bigint;
alter table container add column media_id bigint;
alter table container add column alt_text text;
alter table container add column children text;
alter table container add column media_cover text not null default 'NONE';

alter table post add column parent_id bigint;
alter table post add column media_id bigint;
alter table post add column alt_text text;
alter table post add column children text;
alter table post add column media_cover text not null default 'NONE';
