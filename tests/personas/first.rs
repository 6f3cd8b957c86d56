//! What must be among the first five of each made-up person, and why. The plans that were read and
//! accepted say the rest; these lines say what a change of weights may never push down.
use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::content::id::PersonaId;
use daypack::plan::Plan;

/// A person, and what must be done among the first.
const FIRST: [(&str, &[&str]); 14] = [
    // The lock of the phone is open to a hand and to a guess, and nobody waits.
    ("first-march", &["strong-passcode", "biometrics-off", "check-in"]),
    // One phone shows everybody: what the group agrees, and who reads along.
    ("organiser", &["group-agreements", "linked-devices"]),
    // One icon is enough, and the queue is no place to think.
    (
        "lgbt-where-it-is-a-crime",
        &["identity-apps", "border-answer", "leave-phone-home"],
    ),
    // Those who trusted them are not theirs to risk, and such attacks are aimed.
    (
        "journalist-with-sources",
        &["separate-secrets", "hardened-phone", "linked-devices"],
    ),
    // The body comes first.
    (
        "street-medic",
        &["medical-phone-stays-on", "breathing-first", "needs-pack"],
    ),
    // A safe adult, and a way out for two.
    ("under-18-with-a-parent", &["young-people", "exits-and-buddy"]),
    // A helpline, an adult who may know, and nothing that anybody at home notices.
    ("under-18", &["helpline-first", "young-people", "quiet-steps"]),
    // A small fine can weigh more than for others.
    (
        "pending-case",
        &["status-first", "leave-phone-home", "edge-of-the-crowd"],
    ),
    // What to say about the code, and a phone that is off when they ask.
    ("crossing-a-border", &["border-answer", "off-at-border"]),
    // What they cannot open, nobody can make them open.
    ("admin-access", &["work-access-home"]),
    // The alarm rings, her father is not alone, and there is medicine.
    ("carer", &["medical-phone-stays-on", "safe-person", "needs-pack"]),
    // The picture survives, and does not betray those on it.
    ("filming-abuse", &["quick-copy", "cover-people", "check-in"]),
    // Nothing is destroyed, and a lawyer comes first.
    ("under-investigation", &["do-not-destroy", "lawyer-first"]),
    // First a helpline, then small steps.
    ("someone-close", &["helpline-first", "quiet-steps", "check-in"]),
];

#[test]
fn what_this_person_needs_most_is_among_their_first_five() {
    let pack = Pack::built_in();
    let mut wrong = Vec::new();

    assert_eq!(pack.personas.len(), FIRST.len(), "every person is read");

    for (name, expected) in FIRST {
        let id = PersonaId::new(name).unwrap();
        let persona = pack.personas.iter().find(|persona| persona.id == id).expect(name);
        let first = Plan::new(pack, &Answers::of(persona)).first;

        for measure in expected {
            if first.iter().all(|id| id.as_str() != *measure) {
                wrong.push(format!("{name}: `{measure}` is not in {first:?}"));
            }
        }
    }

    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
