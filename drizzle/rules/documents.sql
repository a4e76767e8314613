-- A sealed document refuses every further update, whoever asks.
create or replace function sealed_document_is_closed() returns trigger language plpgsql as $$
begin
	if exists (select 1 from document where id = new.document_id and sealed_at is not null) then
		raise exception 'document % is sealed', new.document_id using errcode = 'check_violation', constraint = 'sealed_document_is_closed';
	end if;
	return new;
end
$$;
create or replace trigger sealed_document_is_closed before insert on document_update
	for each row execute function sealed_document_is_closed();

create or replace function seal_is_final() returns trigger language plpgsql as $$
begin
	if old.sealed_at is not null and (new.sealed_at is distinct from old.sealed_at or new.head <> old.head) then
		raise exception 'document % is sealed', old.id using errcode = 'check_violation', constraint = 'sealed_document_is_closed';
	end if;
	return new;
end
$$;
create or replace trigger seal_is_final before update on document
	for each row execute function seal_is_final();
