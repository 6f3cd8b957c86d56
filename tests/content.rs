//! Packs as files: the compiled-in one, small ones that break one rule each, and hostile ones.
use crate::support;

use daypack::content::Pack;

#[test]
fn the_compiled_in_pack_is_clean() {
    let (pack, findings) = Pack::read_with_warnings(&Pack::built_in_files());

    assert!(pack.is_some(), "{findings}");
}

#[test]
fn the_base_pack_is_clean() {
    let base = support::base();
    let (_, findings) = Pack::read_with_warnings(std::slice::from_ref(&base));

    assert!(findings.is_empty(), "{findings}");
    assert_eq!(support::pack(&base.text).measures.len(), 4);
}
