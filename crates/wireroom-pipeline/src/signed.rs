//! Whether a push was signed with the secret that its hub was given (`X-Hub-Signature`). It knows the four methods
//! of WebSub and believes no other. Start at [`is_signed`].

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};

/// Whether the body was signed with the secret; compared in constant time.
pub(crate) fn is_signed(secret: &str, signature: &str, body: &[u8]) -> bool {
    let Some((method, digits)) = signature.trim().split_once('=') else { return false };
    let Some(tag) = from_hex(digits) else { return false };
    match method.to_ascii_lowercase().as_str() {
        "sha1" => Hmac::<Sha1>::new_from_slice(secret.as_bytes())
            .is_ok_and(|m| m.chain_update(body).verify_slice(&tag).is_ok()),
        "sha256" => Hmac::<Sha256>::new_from_slice(secret.as_bytes())
            .is_ok_and(|m| m.chain_update(body).verify_slice(&tag).is_ok()),
        "sha384" => Hmac::<Sha384>::new_from_slice(secret.as_bytes())
            .is_ok_and(|m| m.chain_update(body).verify_slice(&tag).is_ok()),
        "sha512" => Hmac::<Sha512>::new_from_slice(secret.as_bytes())
            .is_ok_and(|m| m.chain_update(body).verify_slice(&tag).is_ok()),
        _ => false,
    }
}

fn from_hex(digits: &str) -> Option<Vec<u8>> {
    let digits = digits.trim().as_bytes();
    let pairs = digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    (digits.len().is_multiple_of(2) && digits.iter().all(u8::is_ascii_hexdigit)).then(|| pairs.collect())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_checked_whatever_its_method_and_nothing_else_passes() {
        // HMAC of RFC 4231 and RFC 2202, test case 2.
        let (key, body) = ("Jefe", b"what do ya want for nothing?");
        let sha256 = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        assert!(is_signed(key, sha256, body));
        assert!(is_signed(key, &sha256.to_uppercase().replace("SHA", "sha"), body));
        assert!(is_signed(key, "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", body));
        assert!(!is_signed("other", sha256, body));
        assert!(!is_signed(key, sha256, b"what do ya want for nothing!"));
        for bad in [
            "",
            "sha256",
            "sha256=",
            "md5=00",
            "sha256=5bdc",
            "sha256=zz",
            "sha1=+f",
            &sha256.replace("=5", "=6"),
        ] {
            assert!(!is_signed(key, bad, body), "{bad}");
        }
    }
}
