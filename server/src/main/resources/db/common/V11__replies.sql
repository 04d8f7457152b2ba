-- What a post answers, and the post at the top of the conversation (specification 10 §10.1); both empty for what is no reply. They stay
-- when what they name is deleted.
alter table container add column reply_to_id bigint;
alter table container add column root_id bigint;

alter table post add column reply_to_id bigint;
alter table post add column root_id bigint;
