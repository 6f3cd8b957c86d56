//! Packs as files: the compiled-in one, small ones that break one rule each, and hostile ones.
use daypack::content::Pack;

#[test]
fn the_compiled_in_pack_is_clean() {
    let (pack, findings) = Pack::read_with_warnings(&Pack::built_in_files());

    assert!(pack.is_some(), "{findings}");
}
