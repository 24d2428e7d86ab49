package cn.huiying.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final Checkpoint CHECKPOINT = new Checkpoint("petitions.jieyang.example/log", 42, new byte[32]);

    private KeyPair pair;
    private NoteKey key;
    private String note;

    @BeforeEach
    void aSignedCheckpoint() throws Exception {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = NoteKey.of("petitions.jieyang.example/log", pair.getPublic());
        note = SignedNote.sign(CHECKPOINT.body(), key, pair.getPrivate());
    }

    /** The example of the specification C2SP signed-note. */
    @Test
    void a_note_that_another_program_signed_is_opened() {
        String vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
        NoteKey example = NoteKey.parse(vkey);
        assertThat(example.text()).isEqualTo(vkey);
        assertThat(SignedNote.open(
                        "This is an example message.\n\n"
                                + "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
                        example))
                .isEqualTo("This is an example message.\n");
    }

    @Test
    void what_was_signed_is_opened_with_the_public_key_alone() {
        String opened = SignedNote.open(note, NoteKey.parse(key.text()));
        assertThat(Checkpoint.parse(opened)).isEqualTo(CHECKPOINT);
        assertThat(note)
                .startsWith("petitions.jieyang.example/log\n42\n")
                .contains("\n\n— petitions.jieyang.example/log ");
    }

    @Test
    void another_signature_beside_it_does_no_harm() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        NoteKey witness = NoteKey.of("witness.example", other.getPublic());
        String body = CHECKPOINT.body();
        String both = note + SignedNote.sign(body, witness, other.getPrivate()).substring(body.length() + 1);
        assertThat(SignedNote.open(both, key)).isEqualTo(body);
        assertThat(SignedNote.open(both, witness)).isEqualTo(body);
    }

    @Test
    void each_flipped_bit_is_found() {
        for (int i = 0; i < note.length(); i++) {
            for (int bit = 0; bit < 7; bit++) {
                char[] changed = note.toCharArray();
                changed[i] ^= (char) (1 << bit);
                assertThatThrownBy(() -> SignedNote.open(new String(changed), key))
                        .as("bit %d of character %d", bit, i)
                        .isInstanceOf(InvalidProof.class);
            }
        }
    }

    @Test
    void another_key_of_the_same_name_does_not_open_it() throws Exception {
        NoteKey impostor = NoteKey.of(
                key.name(),
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
        assertThatThrownBy(() -> SignedNote.open(note, impostor))
                .isInstanceOf(InvalidProof.class)
                .hasMessage("the note is not signed by petitions.jieyang.example/log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "log\n", "log\n1\n", "log\n01\nAAAA\n", "log\n-1\nAAAA\n", "log\n1\n%\n", "log\n1\nAAAA\n"})
    void what_is_no_checkpoint_is_refused(String body) {
        assertThatThrownBy(() -> Checkpoint.parse(body)).isInstanceOf(InvalidProof.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name",
                "name+00000000+AAAA",
                "name+00000000+%",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void what_is_no_key_is_refused(String text) {
        assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(InvalidProof.class);
    }
}
