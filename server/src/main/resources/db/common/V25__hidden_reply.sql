-- The replies that the owner of a conversation hides, apart from the others: pages show them behind a link (specification 15 §15.13).
create index reply_hidden on reply (slot, parent_id, reply_id) where hidden_at is not null;
