//! For the programs that read YAML.

use std::panic;

/// Where the YAML library panics, whoever asked it answers that the text is no YAML. Any other panic is a finding.
pub fn let_pass() {
    let abort = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map_or("", |place| place.file());
        if !place.contains("libyaml-safer") {
            abort(panic);
        }
    }));
}
