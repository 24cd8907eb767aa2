-- What people write has an end; what stands already stays as it is. Who meets one of these is told so (house/ui/TroubleWeb).
ALTER TABLE evidence.item
    ADD CONSTRAINT item_name_fits CHECK (char_length(name) <= 300) NOT VALID;
