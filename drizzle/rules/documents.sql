-- The log only grows; compaction replaces its beginning by a snapshot. Of a sealed document nothing changes any more, whoever asks.
create or replace function sealed_document_is_closed() returns trigger language plpgsql as $$
declare
	id_ uuid := case tg_op when 'DELETE' then old.document_id else new.document_id end;
begin
	if tg_op = 'UPDATE' then
		raise exception 'the log of document % only grows', id_ using errcode = 'check_violation', constraint = 'document_log_only_grows';
	end if;
	if exists (select 1 from document where id = id_ and sealed_at is not null) then
		raise exception 'document % is sealed', id_ using errcode = 'check_violation', constraint = 'sealed_document_is_closed';
	end if;
	return case tg_op when 'DELETE' then old else new end;
end
$$;
create or replace trigger sealed_document_is_closed before insert or update or delete on document_update
	for each row execute function sealed_document_is_closed();

create or replace function seal_is_final() returns trigger language plpgsql as $$
begin
	if old.sealed_at is not null then
		raise exception 'document % is sealed', old.id using errcode = 'check_violation', constraint = 'sealed_document_is_closed';
	end if;
	return case tg_op when 'DELETE' then old else new end;
end
$$;
create or replace trigger seal_is_final before update or delete on document
	for each row execute function seal_is_final();
