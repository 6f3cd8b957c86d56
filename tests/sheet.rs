//! What a printed thing contains, and the pages it becomes.
use std::process::Command;

#[test]
#[allow(clippy::disallowed_methods, reason = "a test may run the script it tests")]
fn the_committed_faces_are_what_their_script_makes() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/subset");
    let run = Command::new(script).arg("--check").output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);

    match run.status.code() {
        Some(0) => {}
        Some(3) => println!("SKIPPED: {said}"),
        _ => panic!("{said}"),
    }
}
